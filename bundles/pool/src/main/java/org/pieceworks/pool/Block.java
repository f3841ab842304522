package org.pieceworks.pool;

/**
 * The pieces of one slot in one pack.
 *
 * @param id in the catalogue
 * @param pack the pack's number
 * @param slot the slot's key
 * @param pieces how many rows its tensors have
 * @param gates SHA-256 of all its gates
 */
record Block(int id, int pack, String slot, int pieces, String gates) {}
