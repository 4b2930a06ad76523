package nl.samenopleiden.platform.importing;

import nl.samenopleiden.platform.web.WebConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;

/** What every service that imports files needs; the kinds of files are the services' own. */
@AutoConfiguration(after = WebConfiguration.class)
public class ImportingConfiguration {

  @Bean
  ImportWords wordsOfImports(MessageSource messages) {
    return new ImportWords(messages);
  }
}
