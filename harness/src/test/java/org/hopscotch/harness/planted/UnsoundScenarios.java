package org.hopscotch.harness.planted;

import static org.hopscotch.corpus.dsl.Fields.*;
import static org.hopscotch.corpus.dsl.Properties.*;
import static org.hopscotch.corpus.dsl.Telling.*;
import static org.hopscotch.model.schema.ScalarType.INT32;
import static org.hopscotch.model.schema.ScalarType.UINT8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hopscotch.corpus.dsl.FirstRelease;
import org.hopscotch.corpus.dsl.NextRelease;
import org.hopscotch.corpus.dsl.ToldRoute;
import org.hopscotch.corpus.dsl.ToldScenario;
import org.hopscotch.model.scenario.Scenario;
import org.hopscotch.model.schema.Field;

/// Histories that are unsound in ways which no case of the corpus has.
final class UnsoundScenarios {
  private UnsoundScenarios() {}

  static Map<String, Scenario> all() {
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put(
        "a number became a bool",
        older(replaced(uint8("f"), bool("f")).guest("d0", "f", 2)).scenario());
    all.put("a limit was lowered", older(limit("7", "5").guest("d0", "f", 6)).scenario());
    all.put(
        "a pin that is 2",
        older(replaced(pciIrqState("f"), pciIrqState("f")).guest("d0", "f", numbers(2, 0, 0, 0)))
            .scenario());
    all.put(
        "a field longer than the stream",
        older(replaced(uint8("f"), buffer("f", 100_000))).scenario());
    all.put(
        "a subsection raised",
        scenario(first(uint8("f")), raised(first(uint8("f"))))
            .device("d0", "dev")
            .from("5.2", "pc-5.1")
            .to("5.1", "pc-5.1")
            .scenario());
    all.put(
        "a row of a property that is gone",
        scenario(
                first(uint8("f"))
                    .table(table("hw_compat_5_1").version("5.1").strangeRow("dev", "gone", "1")))
            .device("d0", "dev")
            .from("5.1", "pc-5.1")
            .to("5.1", "pc-5.1")
            .scenario());
    all.put("an array longer than its place", older(shrunk()).scenario());
    return all;
  }

  private static ToldScenario shrunk() {
    FirstRelease r51 =
        release("5.1")
            .device(
                device("dev")
                    .properties(propUint8("places", 4))
                    .members(memberArray("f", UINT8, "property(places)"))
                    .vmstate(
                        vmstate("dev")
                            .versionId(1)
                            .minimumVersionId(1)
                            .fields(uint8("num"), varray("f", UINT8, "num"))))
            .machine(machine("pc-5.1", "5.1", "pc"));
    return scenario(r51, r51.next("5.2").setDefault("dev", "places", "1"))
        .device("d0", "dev")
        .guest("d0", "num", 3)
        .guest("d0", "f", numbers(1, 2, 3, 4));
  }

  private static FirstRelease first(Field field) {
    return release("5.1")
        .device(
            device("dev")
                .vmstate(
                    vmstate("dev")
                        .versionId(1)
                        .minimumVersionId(1)
                        .fields(field)
                        .subsections(
                            vmstate("dev/more")
                                .versionId(1)
                                .minimumVersionId(1)
                                .needed("1")
                                .fields(uint8("more")))))
        .machine(machine("pc-5.1", "5.1", "pc"));
  }

  private static NextRelease raised(FirstRelease r51) {
    return r51.next("5.2").setVersions(in("dev", "dev/more"), 2, 1);
  }

  private static ToldScenario replaced(Field before, Field after) {
    FirstRelease r51 = first(before);
    return scenario(r51, r51.next("5.2").replaceField("dev", "f", after)).device("d0", "dev");
  }

  private static ToldScenario limit(String before, String after) {
    FirstRelease r51 =
        release("5.1")
            .device(
                device("dev")
                    .members(member("f", INT32).reset(before))
                    .vmstate(
                        vmstate("dev")
                            .versionId(1)
                            .minimumVersionId(1)
                            .fields(int32PositiveLe("f"))))
            .machine(machine("pc-5.1", "5.1", "pc"));
    return scenario(r51, r51.next("5.2").setMember("dev", member("f", INT32).reset(after)))
        .device("d0", "dev");
  }

  private static ToldRoute older(ToldScenario told) {
    return told.from("5.1", "pc-5.1").to("5.2", "pc-5.1");
  }
}
