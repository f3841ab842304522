package org.pieceworks.shell.doctor;

import java.util.List;
import org.pieceworks.shell.Context;

/**
 * One thing that must be sound for the workbench to work.
 *
 * @param name of the thing
 * @param examiner looks at it; whatever it throws makes the thing unsound
 */
public record Examination(String name, Examiner examiner) {

  /** Looks at something. */
  @FunctionalInterface
  public interface Examiner {

    /** What it finds. */
    Finding examine(Context context) throws Exception;
  }

  /** Everything, from what all else needs to what needs all else. */
  public static List<Examination> all() {
    return List.of(
        new Examination("Java", MachineExaminers::java),
        new Examination("memory", MachineExaminers::memory),
        new Examination("cores", MachineExaminers::cores),
        new Examination("home", MachineExaminers::home),
        new Examination("disk", MachineExaminers::disk),
        new Examination("bundles", InstallationExaminers::bundles),
        new Examination("plug-ins", InstallationExaminers::plugins),
        new Examination("tensors", LibraryExaminers::tensors),
        new Examination("devices", LibraryExaminers::devices),
        new Examination("tokenizers", LibraryExaminers::tokenizers),
        new Examination("run store", InstallationExaminers::runStore),
        new Examination("fonts", LibraryExaminers::fonts));
  }

  /** Looks at it. This is the border to libraries, which may fail in any way. */
  public Finding examine(Context context) {
    try {
      return examiner.examine(context);
    } catch (Exception | LinkageError e) {
      String message = e.getMessage() == null ? e.toString() : e.getMessage();
      return Finding.unsound(message.strip().replaceAll("\\s*\\R\\s*", " "));
    }
  }
}
