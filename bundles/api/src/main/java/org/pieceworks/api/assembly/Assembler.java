package org.pieceworks.api.assembly;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.Progress;
import org.pieceworks.api.decomposition.Slot;
import org.pieceworks.api.gating.ConfiguredGating;
import org.pieceworks.api.model.BaseModel;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.pool.SlotPieces;

/**
 * Assembles personal adapters from pieces, slot by slot in forward order (Per-Pcs, section 3.3).
 */
@ProviderType
public interface Assembler {

  /**
   * Chooses pieces by the targets' history activations alone; nothing is trained.
   *
   * @param manager holds the bank that is returned
   * @throws org.pieceworks.api.BadInputException if a target has no history item that carries a
   *     label
   */
  AssemblyResult assemble(
      BaseModel model,
      Adapters adapters,
      ConfiguredGating<?> gating,
      AssemblyRequest request,
      NDManager manager,
      Progress progress);

  /**
   * Expands assemblies again from the pool's pieces.
   *
   * @param offered per slot key pieces that contain all that the assemblies name
   */
  Bank expand(
      List<Assembly> assemblies,
      List<Slot> slots,
      Map<String, SlotPieces> offered,
      Adapters adapters,
      NDManager manager);

  /** An assembly as the bytes that a target user keeps. */
  byte[] encode(Assembly assembly);

  /**
   * Reads those bytes.
   *
   * @throws org.pieceworks.api.BadInputException if they are not an assembly
   */
  Assembly decode(byte[] bytes);
}
