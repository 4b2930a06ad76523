package nl.samenopleiden.partnership.colleague;

import java.time.Clock;
import nl.samenopleiden.partnership.colleague.Colleague.Details;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.importing.ImportWords;
import nl.samenopleiden.platform.importing.Imports;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the import of colleagues together. */
@Configuration(proxyBeanMethods = false)
class ColleagueConfiguration {

  @Bean
  Imports<Details> colleagueImports(Collections collections, ColleagueImport kind, Clock clock) {
    return new Imports<>(collections, kind, clock);
  }

  @Bean
  ImportDesk<Details> colleagueImportDesk(
      Imports<Details> imports, ImportWords words, Problems problems) {
    return new ImportDesk<>(imports, words, problems, "partnership", "colleague-imports");
  }
}
