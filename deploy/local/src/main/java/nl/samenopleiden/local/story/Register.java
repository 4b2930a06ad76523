package nl.samenopleiden.local.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import nl.samenopleiden.local.demo.DemoWorld;

/**
 * The national register of school locations that the story imports.
 *
 * @param name the file's name, or what stands in for it
 * @param rows how many locations it holds
 */
public record Register(String name, byte[] content, long rows) {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** The register of a file. */
  public static Register of(Path file) {
    try {
      return of(file.getFileName().toString(), Files.readAllBytes(file));
    } catch (IOException failed) {
      throw new UncheckedIOException("Can't read " + file, failed);
    }
  }

  /**
   * The file of {@code $SAMEN_REGISTER} or the shared one if it is there, else generated schools.
   */
  public static Register found(Path root, DemoWorld world) {
    return Optional.ofNullable(System.getenv("SAMEN_REGISTER"))
        .map(Path::of)
        .or(() -> Optional.of(root.resolve("../shared/data/duo/alle-vestigingen-bo.csv")))
        .filter(Files::isReadable)
        .map(Register::of)
        .orElseGet(() -> of("generated schools", world.schoolsCsv()));
  }

  private static Register of(String name, byte[] content) {
    long lines = new String(content, WINDOWS).lines().filter(line -> !line.isBlank()).count();
    return new Register(name, content, lines - 1);
  }
}
