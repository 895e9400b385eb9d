package org.hopscotch.harness.rules;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.hopscotch.model.migration.Phase;
import org.hopscotch.model.migration.Side;
import org.hopscotch.model.schema.Section;

/// Saves a host (wire-format sections 1 to 3), as a guest whose RAM nobody has touched.
final class StreamSave {
  private static final int START = 1;
  private static final int PART = 2;
  private static final int END = 3;
  private static final int FULL = 4;

  private final RulesHost host;
  private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
  private final BodySave out;

  StreamSave(RulesHost host) {
    this.host = host;
    this.out = new BodySave(host.host().release().family(), stream);
  }

  RulesHost.Saved save() {
    Optional<String> blocked = host.unmigratable();
    if (blocked.isPresent()) {
      return new RulesHost.Saved(new RulesOutcome.Blocked(blocked.get()), new byte[0]);
    }
    try {
      everything();
    } catch (RefusedByRulesException e) {
      return new RulesHost.Saved(
          e.isDeadly()
              ? new RulesOutcome.Died(e.reason())
              : new RulesOutcome.Refused(Side.SOURCE, Phase.DEVICE, e.reason()),
          new byte[0]);
    }
    return new RulesHost.Saved(new RulesOutcome.Done(), stream.toByteArray());
  }

  private void everything() {
    out.number(0x5145564d, 4);
    out.number(3, 4);
    if (host.isOn("send-configuration")) {
      ConfigurationRules.save(host, out);
    }
    for (Entry entry : host.entries()) {
      if (entry.section().isEmpty()) {
        header(START, entry);
        RamLoad.saveList(host, out);
        endOfRam(entry);
      } else if (entry.registration().earlySetup()) {
        device(entry);
      }
    }
    ram(PART);
    if (host.isOn("send-switchover-start")) {
      out.number(8, 1);
      out.number(11, 2);
      out.number(0, 2);
    }
    ram(END);
    for (Entry entry : host.entries()) {
      if (entry.section().isPresent() && !entry.registration().earlySetup()) {
        device(entry);
      }
    }
    out.number(0, 1);
  }

  private void ram(int type) {
    for (Entry entry : host.entries()) {
      if (entry.section().isEmpty()) {
        header(type, entry);
        endOfRam(entry);
      }
    }
  }

  private void endOfRam(Entry entry) {
    out.number(0x10, 8);
    footer(entry);
  }

  private void header(int type, Entry entry) {
    out.number(type, 1);
    out.number(entry.sectionId(), 4);
    if (type == START || type == FULL) {
      out.str8(entry.idstr());
      out.number(entry.instanceId(), 4);
      out.number(entry.versionId(), 4);
    }
  }

  private void footer(Entry entry) {
    if (host.isOn("send-section-footer")) {
      out.number(0x7e, 1);
      out.number(entry.sectionId(), 4);
    }
  }

  private void device(Entry entry) {
    Section section = entry.section().orElseThrow();
    if (entry.device().isEmpty()) {
      if (host.isOn("store-global-state")) {
        header(FULL, entry);
        out.save(section, section.versionId(), StreamLoad.runState(host, section));
        footer(entry);
      }
    } else if (host.holds(entry.registration().needed(), entry.device().get())) {
      header(FULL, entry);
      out.save(section, section.versionId(), StreamLoad.opaque(host, entry));
      footer(entry);
    }
  }
}
