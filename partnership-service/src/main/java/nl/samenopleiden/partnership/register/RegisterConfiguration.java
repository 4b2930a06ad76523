package nl.samenopleiden.partnership.register;

import java.time.Clock;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.importing.ImportWords;
import nl.samenopleiden.platform.importing.Imports;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the import of the register together. */
@Configuration(proxyBeanMethods = false)
class RegisterConfiguration {

  @Bean
  Imports<RegisterRow> registerImports(Collections collections, RegisterImport kind, Clock clock) {
    return new Imports<>(collections, kind, clock);
  }

  @Bean
  ImportDesk<RegisterRow> registerImportDesk(
      Imports<RegisterRow> imports, ImportWords words, Problems problems) {
    return new ImportDesk<>(imports, words, problems, "partnership", "school-imports");
  }
}
