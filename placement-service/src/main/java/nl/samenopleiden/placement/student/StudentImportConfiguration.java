package nl.samenopleiden.placement.student;

import java.time.Clock;
import nl.samenopleiden.platform.importing.ImportDesk;
import nl.samenopleiden.platform.importing.ImportWords;
import nl.samenopleiden.platform.importing.Imports;
import nl.samenopleiden.platform.store.Collections;
import nl.samenopleiden.platform.web.Problems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The importing of students. */
@Configuration(proxyBeanMethods = false)
class StudentImportConfiguration {

  @Bean
  Imports<Enrolment> studentImports(Collections collections, StudentImport kind, Clock clock) {
    return new Imports<>(collections, kind, clock);
  }

  @Bean
  ImportDesk<Enrolment> studentImportDesk(
      Imports<Enrolment> imports, ImportWords words, Problems problems) {
    return new ImportDesk<>(imports, words, problems, "placement", "student-imports");
  }
}
