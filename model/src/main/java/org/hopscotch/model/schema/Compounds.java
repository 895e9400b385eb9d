package org.hopscotch.model.schema;

import java.util.List;

/// Structs that many devices embed and that have a macro of their own (wire-format section 5).
public final class Compounds {
  private static final int PCI_CONFIG_BYTES = 256;
  private static final int PCIE_CONFIG_BYTES = 4096;

  private static final Section CLOCK_SECTION =
      new Section("clock", 0, 0, Families.scalar("period", ScalarType.UINT64))
          .with(
              new Subsection(
                  new Section(
                      "clock/muldiv",
                      1,
                      1,
                      Families.scalar("multiplier", ScalarType.UINT32),
                      Families.scalar("divider", ScalarType.UINT32)),
                  Expression.of("multiplier != 1 || divider != 1")))
          .with(Hooks.NONE.preLoad("multiplier = 1, divider = 1"));

  private static final Section PCI_DEVICE_SECTION =
      new Section(
          "PCIDevice",
          2,
          1,
          Families.scalar("version_id", ScalarType.INT32_POSITIVE_LE),
          new Field("config", new FieldType.PciConfig(PCI_CONFIG_BYTES)).test("!express"),
          new Field("config", new FieldType.PciConfig(PCIE_CONFIG_BYTES)).test("express"),
          new Field("irq_state", new FieldType.PciIrqState()).since(2));

  private static final Section MSIX_SECTION =
      new Section("msix", 1, 1, new Field("msix", new FieldType.MsixState()));

  private static final Section CPU_SECTION =
      new Section(
          "cpu_common",
          1,
          1,
          List.of(
              Families.scalar("halted", ScalarType.UINT32),
              Families.scalar("interrupt_request", ScalarType.UINT32)),
          List.of(
              new Subsection(
                  new Section(
                      "cpu_common/exception_index",
                      1,
                      1,
                      Families.scalar("exception_index", ScalarType.INT32)),
                  Expression.of("exception_index != -1")),
              new Subsection(
                  new Section(
                      "cpu_common/crash_occurred",
                      1,
                      1,
                      Families.scalar("crash_occurred", ScalarType.BOOL)),
                  Expression.of("crash_occurred"))),
          Hooks.NONE
              .preLoad("exception_index = -1, crash_occurred = false")
              .postLoad("interrupt_request = interrupt_request & ~1"));

  private Compounds() {}

  /// `CLOCK`, `CLOCK_V`, `ARRAY_CLOCK`: members `period`, `multiplier` and `divider`.
  public static Section clock() {
    return CLOCK_SECTION;
  }

  /// `FIFO8`: members `data`, `head` and `num`.
  ///
  /// @param capacity bytes of `data`: configuration, never sent
  public static Section fifo8(Count capacity) {
    return new Section(
        "Fifo8",
        1,
        1,
        Families.vbuffer("data", capacity),
        Families.scalar("head", ScalarType.UINT32),
        Families.scalar("num", ScalarType.UINT32));
  }

  /// `FIFO32`: a member `fifo` that is a {@link #fifo8} of four bytes an entry.
  ///
  /// @param capacityBytes four times the entries
  public static Section fifo32(Count capacityBytes) {
    return new Section("Fifo32", 1, 1, Families.struct("fifo", fifo8(capacityBytes)));
  }

  /// `PCI_DEVICE`: members `version_id` (2), `config`, `irq_state`; the masks of
  /// {@link FieldType.PciConfig}; and `express`, which says how long `config` is.
  public static Section pciDevice() {
    return PCI_DEVICE_SECTION;
  }

  /// `MSIX`: the members of {@link FieldType.MsixState}.
  public static Section msix() {
    return MSIX_SECTION;
  }

  /// `CPU`: members `halted`, `interrupt_request`, `exception_index` and `crash_occurred`.
  public static Section cpu() {
    return CPU_SECTION;
  }
}
