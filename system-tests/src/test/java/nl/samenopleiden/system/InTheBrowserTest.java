package nl.samenopleiden.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Objects;
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
    "docent, /professionalisation",
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
