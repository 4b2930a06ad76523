package nl.samenopleiden.partnership.pabo;

/**
 * What is told of pabos: topic {@code samen.partnership}, aggregate {@code pabo}; the owner is the
 * platform, the id the pabo's short name.
 */
public sealed interface PaboFact {

  /** A pabo takes part in the platform. */
  record PaboRegistered(String code, String name) implements PaboFact {}
}
