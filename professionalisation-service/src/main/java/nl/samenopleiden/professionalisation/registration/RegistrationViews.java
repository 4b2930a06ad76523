package nl.samenopleiden.professionalisation.registration;

import java.util.List;
import nl.samenopleiden.professionalisation.registration.Consent.Standing;
import nl.samenopleiden.professionalisation.registration.Desk.Place;
import nl.samenopleiden.professionalisation.registration.RegistrationApi.AgreementView;
import nl.samenopleiden.professionalisation.registration.RegistrationApi.RegistrationView;
import nl.samenopleiden.professionalisation.registration.RegistrationDesk.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A person's own registration, as other programs see it. */
@Component
final class RegistrationViews {

  private final Agreements agreements;

  RegistrationViews(Agreements agreements) {
    this.agreements = agreements;
  }

  /** What the desk answered. */
  RegistrationView of(Taken taken) {
    // Nobody can have answered about a registration that is a moment old: there is nothing to read.
    return taken.fresh() && taken.registration().who().consent() instanceof Consent.Asked asked
        ? RegistrationView.of(
            taken.registration(), taken.place(), new AgreementView(Standing.WAITS, asked.until()))
        : of(taken.registration(), taken.place());
  }

  /** A registration as it stands. */
  RegistrationView of(Registration registration, Place place) {
    return RegistrationView.of(registration, place, agreement(registration));
  }

  private @Nullable AgreementView agreement(Registration registration) {
    Standing standing = agreements.standings(List.of(registration)).get(registration.id());
    if (standing == null) {
      return null;
    }
    return new AgreementView(
        standing,
        registration.who().consent() instanceof Consent.Asked asked ? asked.until() : null);
  }
}
