package org.pieceworks.ui.internal.component;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;

/**
 * Asks for files and folders. It begins where the last one of the same purpose ended, asks before
 * something is replaced, and gives the keyboard back.
 */
public final class FileDialog {

  private static final Texts TEXTS = Texts.of(FileDialog.class);

  private final Desk desk;
  private final LastFolder last;
  private final JFileChooser chooser = new JFileChooser();
  private List<String> endings = List.of();

  /**
   * Asks nothing yet.
   *
   * @param purpose of the dialog, which is named so and remembers its folder for it
   */
  public FileDialog(Desk desk, String purpose, String title) {
    this.desk = desk;
    last = new LastFolder(desk, purpose);
    chooser.setName(purpose);
    chooser.setDialogTitle(title);
    from(Path.of(""));
  }

  /** Begins in another folder than the process's own, as long as none is remembered. */
  public FileDialog from(Path folder) {
    chooser.setCurrentDirectory(last.or(folder).toAbsolutePath().toFile());
    return this;
  }

  /**
   * Shows files of a kind, and gives their ending to names without one.
   *
   * @param kind in words
   * @param of the kind's endings without their dots, the usual one first
   */
  public FileDialog kind(String kind, String... of) {
    endings = List.of(of);
    chooser.setFileFilter(new FileNameExtensionFilter(kind, of));
    return this;
  }

  /** Asks for a file that is there. */
  public Optional<Path> open() {
    return chosen(false, file -> true);
  }

  /** Asks for files that are there. */
  public List<Path> openSeveral() {
    chooser.setMultiSelectionEnabled(true);
    return chosen(false, file -> true)
        .map(first -> Stream.of(chooser.getSelectedFiles()).map(File::toPath).toList())
        .orElse(List.of());
  }

  /** Asks for a file or a folder that is there. */
  public Optional<Path> openAny() {
    chooser.setFileSelectionMode(JFileChooser.FILES_AND_DIRECTORIES);
    return open();
  }

  /** Asks for a folder that is there. */
  public Optional<Path> folder() {
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    return open();
  }

  /** Asks for a folder that is not there yet. */
  public Optional<Path> newFolder() {
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    return chosen(true, folder -> !Files.exists(folder) || told(folder));
  }

  /** Asks for a folder to write into, where files of the same names are replaced. */
  public Optional<Path> folderToFill() {
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    return chosen(true, folder -> empty(folder) || agreed("fill", folder));
  }

  /**
   * Asks for a file to write.
   *
   * @param suggested its name unless the user says otherwise; with a folder, it begins in that
   */
  public Optional<Path> save(Path suggested) {
    chooser.setSelectedFile(chooser.getCurrentDirectory().toPath().resolve(suggested).toFile());
    return chosen(true, file -> !Files.exists(file) || agreed("replace", file));
  }

  /** Asks again until the choice is good, or the user gives up. */
  private Optional<Path> chosen(boolean save, Predicate<Path> good) {
    while (approved(save)) {
      Path chosen = chooser.getSelectedFile().toPath().toAbsolutePath().normalize();
      Path named = save ? named(chosen, endings) : chosen;
      if (good.test(named)) {
        last.remember(chooser.getCurrentDirectory().toPath());
        return Optional.of(named);
      }
    }
    return Optional.empty();
  }

  private boolean approved(boolean save) {
    int answer =
        FocusBack.after(
            desk.window(),
            () ->
                save
                    ? chooser.showSaveDialog(desk.window())
                    : chooser.showOpenDialog(desk.window()));
    return answer == JFileChooser.APPROVE_OPTION;
  }

  /** A name with the usual ending of its kind, unless it has one of them. */
  static Path named(Path chosen, List<String> endings) {
    if (endings.isEmpty()) {
      return chosen;
    }
    String name = chosen.getFileName().toString();
    boolean ends =
        endings.stream()
            .anyMatch(
                one ->
                    name.regionMatches(
                        true, name.length() - one.length() - 1, "." + one, 0, one.length() + 1));
    return ends ? chosen : chosen.resolveSibling(name + "." + endings.get(0));
  }

  private static boolean empty(Path folder) {
    String[] names = folder.toFile().list();
    return names == null || names.length == 0;
  }

  private boolean agreed(String key, Path there) {
    return question(key, there, List.of(TEXTS.get(key + ".yes"), TEXTS.get("another"))) == 0;
  }

  private boolean told(Path there) {
    question("there", there, List.of(TEXTS.get("another")));
    return false;
  }

  private int question(String key, Path there, List<String> answers) {
    String title = TEXTS.get(key + ".title");
    String text = TEXTS.get(key, there.equals(there.getRoot()) ? there : there.getFileName());
    return new Question(title, text, answers, answers.size() - 1).warn(desk.window());
  }
}
