package org.pieceworks.api.assembly;

import java.util.List;
import org.pieceworks.api.peft.Bank;

/**
 * Assemblies of some targets.
 *
 * @param assemblies per target
 * @param bank the assembled adapters, {@code [targets, ...]}
 * @param scores per slot (in forward order) and target the scores of the offered pieces, {@code
 *     [slots][targets][pieces]}, NaN where a search left a piece out; for the per-batch option
 *     those of the last batch
 */
public record AssemblyResult(List<Assembly> assemblies, Bank bank, float[][][] scores) {}
