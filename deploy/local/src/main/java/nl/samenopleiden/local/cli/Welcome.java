package nl.samenopleiden.local.cli;

import nl.samenopleiden.local.platform.Addresses;

/** What is told when everything runs: where to go, as whom, and what to try. */
final class Welcome {

  private final Console console;

  Welcome(Console console) {
    this.console = console;
  }

  void show(Addresses addresses, boolean demo) {
    console.line("");
    console.line("Open " + addresses.gateway());
    if (!addresses.mails().isEmpty()) {
      console.line("Mails that were sent: " + addresses.mails());
    }
    if (addresses.demonstration()) {
      users();
      tries(addresses, demo);
    }
    console.line("");
    console.line("./samen status | logs | down | help");
  }

  private void tries(Addresses addresses, boolean demo) {
    console.line("");
    console.line("What to try:");
    if (demo) {
      console.detail(
          "sign in as docent and publish a course, then as leerkracht1 and register for it");
      console.detail("./samen story                 the whole chain, step by step");
    }
    console.detail("./samen users --role teacher  everybody who can sign in");
    console.detail("./samen token coordinator1    an access token for the APIs, for example");
    console.detail(
        "curl -H \"Authorization: Bearer $(./samen token coordinator1)\" "
            + addresses.gateway()
            + "/api/partnership/overview");
  }

  private void users() {
    console.line("");
    console.line("Sign in as one of these; no password is needed:");
    console.detail("beheer            operator of the platform");
    console.detail("programma         programme manager of Pabo Rijnmond");
    console.detail("docent            lecturer          begeleider   supervisor at schools");
    console.detail("coordinator1..7   board coordinators, each of another board");
    console.detail(
        "leider1..7        school leaders    opleider1..7 school-based teacher educators");
    console.detail("mentor1..7        mentors           leerkracht1..3500 teachers");
    console.detail("student1..600     students");
  }
}
