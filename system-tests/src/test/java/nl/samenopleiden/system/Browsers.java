package nl.samenopleiden.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium; tests that need it skip with a word where there is none. */
final class Browsers implements AutoCloseable {

  private static final List<String> WHERE =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  private final Playwright playwright;
  private final Browser browser;
  private final String front;

  private Browsers(Playwright playwright, Browser browser, String front) {
    this.playwright = playwright;
    this.browser = browser;
    this.front = front;
  }

  /** Starts the browser, or skips the test when there is none. */
  static Browsers orSkip(String front) {
    Optional<Path> chromium =
        Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), WHERE.stream())
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        chromium.isPresent(),
        "no Chromium here (on Debian: apt-get install chromium): the browser's tests are skipped");
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium.orElseThrow())
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    return new Browsers(playwright, browser, front);
  }

  /** Somebody's telephone, in Dutch, with or without JavaScript. */
  BrowserContext phone(boolean script) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(360, 740)
            .setLocale("nl-NL")
            .setJavaScriptEnabled(script)
            .setBaseURL(front));
  }

  /** Somebody's desk. */
  BrowserContext desk(String language) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setViewportSize(1280, 800)
            .setLocale(language)
            .setBaseURL(front));
  }

  /** Signs in as a demonstration user and comes to this page. */
  static Page signIn(BrowserContext context, String user, String path) {
    Page page = context.newPage();
    page.setDefaultTimeout(30_000);
    page.navigate("/sign-in?back=" + path);
    page.navigate(page.url().replaceAll("\\?.*", "") + "?q=" + user);
    page.locator("button[name=user][value='" + user + "']").first().click();
    page.waitForURL(url -> url.endsWith(path));
    return page;
  }

  /** The page has no fault that axe finds, does not scroll sideways, and is kept as a picture. */
  static void isFineToSee(Page page, String name) {
    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("%s does not scroll sideways", name)
        .isTrue();
    var violations =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(violations)
        .extracting(each -> each.getId() + ": " + each.getNodes().getFirst().getHtml())
        .as(name)
        .isEmpty();
    page.screenshot(
        new Page.ScreenshotOptions()
            .setFullPage(true)
            .setPath(
                RunningPlatform.ROOT.resolve("system-tests/target/screenshots/" + name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
