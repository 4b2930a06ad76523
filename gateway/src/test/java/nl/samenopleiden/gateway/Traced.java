package nl.samenopleiden.gateway;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** Remembers what would be told to those who look at traces. */
@Component
final class Traced implements ObservationHandler<Observation.Context> {

  private final List<String> told = new CopyOnWriteArrayList<>();

  List<String> told() {
    return List.copyOf(told);
  }

  @Override
  public boolean supportsContext(Observation.Context context) {
    return true;
  }

  @Override
  public void onStop(Observation.Context context) {
    told.add(
        context.getName()
            + " "
            + context.getContextualName()
            + " "
            + context.getAllKeyValues().stream().map(KeyValue::getValue).toList());
  }
}
