package nl.samenopleiden.local.story;

/**
 * One thing that happens.
 *
 * @param what in words, as a person would tell it
 * @param action does it and sees that it held
 */
record Step(String what, Action action) {

  /** Does something at the front door. */
  @FunctionalInterface
  interface Action {

    /**
     * @return what came of it, in words
     * @throws NotHeldException when something else came of it
     */
    String happen();
  }
}
