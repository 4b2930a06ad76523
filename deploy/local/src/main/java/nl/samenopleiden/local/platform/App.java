package nl.samenopleiden.local.platform;

import java.nio.file.Path;

/**
 * An unpacked application.
 *
 * @param name the module's short name, for example {@code placement}
 * @param folder its own folder, named after the jar's content: another build is another folder
 */
public record App(String name, Path folder) {

  /** The thin jar; the libraries lie beside it. */
  public Path jar() {
    return folder.resolve("app.jar");
  }
}
