package org.pieceworks.bench;

import ai.djl.ndarray.NDManager;
import org.pieceworks.api.assembly.Assembler;
import org.pieceworks.api.model.BaseModels;
import org.pieceworks.api.peft.ConfiguredPeft;
import org.pieceworks.api.pool.PiecePools;
import org.pieceworks.api.training.BankTrainer;

/**
 * The services whose speed is measured.
 *
 * @param manager gives the device; what it holds goes after each benchmark
 * @param lora the adapters of all benchmarks: rank 8, no dropout
 */
public record Bench(
    NDManager manager,
    BaseModels models,
    BankTrainer trainer,
    Assembler assembler,
    PiecePools pools,
    ConfiguredPeft<?> lora) {}
