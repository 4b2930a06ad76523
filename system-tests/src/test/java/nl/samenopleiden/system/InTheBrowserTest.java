package nl.samenopleiden.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.samenopleiden.local.frontdoor.AtProfessionalisation.NewCourse;
import nl.samenopleiden.local.frontdoor.FrontDoor;
import nl.samenopleiden.local.loading.DemoOffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do, in their own browser. */
@ExtendWith(RunningPlatform.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InTheBrowserTest {

  private final RunningPlatform platform;
  private @Nullable Browsers browsers;

  InTheBrowserTest(RunningPlatform platform) {
    this.platform = platform;
  }

  @BeforeAll
  void aBrowser() {
    browsers = Browsers.orSkip(platform.addresses().gateway());
  }

  private Browsers browsers() {
    return Objects.requireNonNull(browsers);
  }

  @AfterAll
  void noBrowser() {
    if (browsers != null) {
      browsers.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTeacherRegistersOnATelephoneAndIsToldAtOnce(boolean script) {
    FrontDoor door = platform.door();
    String title = "Beeldcoaching op de telefoon " + System.nanoTime();
    String course =
        door.as("docent")
            .professionalisation()
            .publish(
                DemoOffer.course(LocalDate.now(), 3, 1, title, "video-coaching", "Samen kijken."));
    try (BrowserContext phone = browsers().phone(script)) {
      Page page = Browsers.signIn(phone, "leerkracht21", "/professionalisation");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(title)).first().click();
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inschrijven")).click();
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("plaats");
      if (script) {
        Browsers.isFineToSee(page, "phone-course-registered");
      }
    }
    try (BrowserContext phone = browsers().phone(script)) {
      Page page = Browsers.signIn(phone, "leerkracht22", "/professionalisation/courses/" + course);
      page.locator("form[action$='/registration'] button").click();
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("1");
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("wacht");
    }
  }

  @Test
  void aTeacherEntersADrawOnATelephoneAndTheRegistrationPageIsLight() {
    FrontDoor door = platform.door();
    DrawnCourse offer =
        new DrawnCourse(
            DemoOffer.course(
                LocalDate.now(), 3, 1, "Loting " + System.nanoTime(), "video-coaching", "Samen."),
            Map.of("drawsAt", Instant.now().plus(Duration.ofDays(1))));
    String course =
        door.as("docent")
            .send("/api/professionalisation/courses", offer)
            .json()
            .path("id")
            .asString();
    String path = "/professionalisation/courses/" + course;
    try (BrowserContext phone = browsers().phone(true)) {
      Page page = Browsers.signIn(phone, "leerkracht24", "/professionalisation");
      List<Request> requests = new ArrayList<>();
      page.onRequestFinished(requests::add);
      page.navigate(path);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Meedoen met de loting"))
          .click();
      assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("uw lotnummer is 1");
      Browsers.isFineToSee(page, "phone-course-in-draw");
      long bytes =
          List.copyOf(requests).stream()
              .map(Request::sizes)
              .mapToLong(each -> each.responseBodySize + each.responseHeadersSize)
              .sum();
      org.assertj.core.api.Assertions.assertThat(bytes).isLessThan(100_000);
      page.navigate(path + "/draw");
      Browsers.isFineToSee(page, "phone-draw");
    }
  }

  @Test
  void theListOfASessionGoesOnWithoutNetworkAndIsSentAfterwards() {
    FrontDoor door = platform.door();
    NewCourse offer =
        new NewCourse(
            "Zonder netwerk " + System.nanoTime(),
            "Samen kijken.",
            List.of("video-coaching"),
            "Zaal 1",
            Instant.now().plusSeconds(15),
            60,
            5);
    String course = door.as("docent").professionalisation().publish(offer);
    door.as("leerkracht25").professionalisation().register(course);
    String list = "/professionalisation/courses/" + course + "/sessions/1/attendance";
    try (BrowserContext phone = browsers().phone(true)) {
      Page page = Browsers.signIn(phone, "docent", list);
      // What a service worker fetches does not have the language that is set for this phone only.
      page.navigate("/lang?to=nl&back=" + list);
      Browsers.isFineToSee(page, "phone-attendance-too-early");
      page.waitForCondition(
          () -> {
            page.reload();
            return page.locator("form[data-seat]").count() == 1;
          },
          new Page.WaitForConditionOptions().setTimeout(60_000));
      page.waitForCondition(
          () -> (boolean) page.evaluate("navigator.serviceWorker.controller !== null"));
      Browsers.isFineToSee(page, "phone-attendance");
      phone.setOffline(true);
      page.reload();
      page.locator("form[data-seat] button").click();
      assertThat(page.locator("#unsent")).containsText("1 vinkje is nog niet verstuurd.");
      assertThat(page.locator("#present")).hasText("1");
      Browsers.isFineToSee(page, "phone-attendance-offline");
      page.reload();
      assertThat(page.locator("#present")).hasText("1");
      phone.setOffline(false);
      assertThat(page.locator("#unsent")).containsText("Alle vinkjes zijn verstuurd.");
      page.reload();
      assertThat(page.locator("#present")).hasText("1");
      page.navigate(list + "/code");
      Browsers.isFineToSee(page, "phone-attendance-code");
    }
    try (BrowserContext phone = browsers().phone(true)) {
      String presence = "/professionalisation/courses/" + course + "/presence";
      Page page = Browsers.signIn(phone, "leerkracht25", presence);
      assertThat(page.locator("main")).containsText("Aanwezig");
      Browsers.isFineToSee(page, "phone-presence");
    }
  }

  /** A course, and how its seats are given out. */
  private record DrawnCourse(@JsonUnwrapped NewCourse course, Map<String, Object> allotment) {}

  @Test
  void aSchoolLeaderRegistersColleaguesOnATelephone() {
    FrontDoor door = platform.door();
    String course =
        door.as("docent")
            .professionalisation()
            .publish(
                DemoOffer.course(
                    LocalDate.now(),
                    3,
                    1,
                    "Samen " + System.nanoTime(),
                    "video-coaching",
                    "Samen."));
    try (BrowserContext phone = browsers().phone(true)) {
      Page page =
          Browsers.signIn(
              phone, "leider1", "/professionalisation/courses/" + course + "/enrolment");
      Browsers.isFineToSee(page, "phone-enrolment");
      page.locator("input[name=colleagues]").first().check();
      page.locator("form[method=post] button").last().click();
      assertThat(page.locator("table")).containsText("1");
      Browsers.isFineToSee(page, "phone-enrolled");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "leerkracht23, /",
    "leerkracht23, /professionalisation",
    "leerkracht23, /events",
    "coordinator1, /",
    "coordinator1, /partnership",
    "coordinator1, /partnership/schools",
    "coordinator1, /partnership/colleagues",
    "coordinator1, /partnership/partnerships",
    "coordinator1, /partnership/overview",
    "coordinator1, /partnership/courses",
    "leider1, /partnership/courses",
    "leider1, /placement",
    "programma, /placement",
    "programma, /events/evenings/new",
    "leerkracht23, /professionalisation/hours",
    "leerkracht23, /professionalisation/certificates",
    "leerkracht23, /professionalisation/modules",
    "leerkracht23, /professionalisation/meetings",
    "coordinator1, /professionalisation/practice",
    "leider1, /professionalisation/agreements",
    "docent, /professionalisation",
    "docent, /professionalisation/courses/new",
    "docent, /professionalisation/modules",
    "docent, /professionalisation/modules/new",
    "docent, /professionalisation/meetings/new",
    "beheer, /partnership/boards",
    "beheer, /partnership/school-imports",
  })
  void aPageIsFineOnATelephoneAndOnADesk(String user, String path) {
    String name = user + path.replace('/', '-');
    try (BrowserContext phone = browsers().phone(true);
        BrowserContext desk = browsers().desk("nl-NL")) {
      Browsers.isFineToSee(Browsers.signIn(phone, user, path), "phone-" + name);
      Browsers.isFineToSee(Browsers.signIn(desk, user, path), "desk-" + name);
    }
  }

  @Test
  void thePagesSpeakEnglishTooAndSigningOutEndsIt() {
    try (BrowserContext desk = browsers().desk("nl-NL")) {
      Page page = Browsers.signIn(desk, "coordinator2", "/partnership/overview");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
      assertThat(heading).containsText("Overview");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out")).click();
      page.waitForURL(platform.addresses().gateway() + "/");
      page.navigate("/partnership/overview");
      assertThat(page).hasURL(java.util.regex.Pattern.compile(".*/sign-in.*"));
    }
  }

  @Test
  void theHomePageStandsWhenOneServiceIsAway() {
    try (BrowserContext desk = browsers().desk("nl-NL")) {
      Page page = Browsers.signIn(desk, "coordinator3", "/");
      platform.kill("events");
      page.reload();
      assertThat(page.locator(".tile")).hasCount(4);
      assertThat(page.locator("main")).containsText("scholen");
    }
  }
}
