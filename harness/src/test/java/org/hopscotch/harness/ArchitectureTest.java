package org.hopscotch.harness;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Set;

/// The modules and what each may see: `model ← corpus ← generators ← harness` and
/// `model ← reports ← harness`.
///
/// A rule that finds nothing to look at fails: a module without classes is not one that obeys.
@AnalyzeClasses(packages = "org.hopscotch", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String MODEL = "org.hopscotch.model..";
  private static final String CLI = "org.hopscotch.harness.cli..";

  private static final DescribedPredicate<JavaClass> RANDOMNESS =
      resideInAPackage("java.util.random..")
          .or(nameMatching("java\\.(util|security)\\.(concurrent\\.)?\\w*Random"))
          .as("randomness");

  /// All that the rules may see, below `org.hopscotch.model`.
  private static final Set<String> RULES_DATA =
      Set.of(
          "schema.Count",
          "schema.Existence",
          "schema.Expression",
          "schema.Families",
          "schema.Field",
          "schema.FieldType",
          "schema.Hook",
          "schema.Hooks",
          "schema.LoadStateOld",
          "schema.ScalarType",
          "schema.Section",
          "schema.Statement",
          "schema.Subsection",
          "state.DeviceState",
          "state.GuestState",
          "state.Value",
          "release.CompatTable",
          "release.Configuration",
          "release.Device",
          "release.DeviceType",
          "release.MachineType",
          "release.Member",
          "release.MemberType",
          "release.Origin",
          "release.Property",
          "release.PropertyKind",
          "release.PropertyValue",
          "release.RamBlock",
          "release.Registration",
          "release.Release",
          "release.StartFailure",
          "release.Surroundings",
          "release.Version",
          "migration.Host",
          "migration.Outcome",
          "migration.Phase",
          "migration.Side",
          "wire.LoaderFamily",
          "wire.Refusal");

  /// Methods of that data which the engine rests on.
  private static final Set<String> MEANINGS =
      Set.of(
          "Infix.apply",
          "Prefix.apply",
          "ScalarType.normalise",
          "Section.scalarType",
          "DeviceState.find",
          "CompatTable.appliesTo",
          "Release.isA",
          "Release.lineage",
          "Release.machine",
          "Release.properties",
          "Release.section");

  @ArchTest
  static void modulesSeeOnlyThoseBelowThem(JavaClasses classes) {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.hopscotch..")
        .layer("model")
        .definedBy(MODEL)
        .layer("corpus")
        .definedBy("org.hopscotch.corpus..")
        .layer("generators")
        .definedBy("org.hopscotch.generators..")
        .layer("reports")
        .definedBy("org.hopscotch.reports..")
        .layer("harness")
        .definedBy("org.hopscotch.harness..")
        .whereLayer("model")
        .mayNotAccessAnyLayer()
        .whereLayer("corpus")
        .mayOnlyAccessLayers("model")
        .whereLayer("generators")
        .mayOnlyAccessLayers("model", "corpus")
        .whereLayer("reports")
        .mayOnlyAccessLayers("model")
        .ensureAllClassesAreContainedInArchitecture()
        .check(classes);
  }

  @ArchTest
  static void modelImportsNothingButTheJdk(JavaClasses classes) {
    classes()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", MODEL)
        .check(classes);
  }

  @ArchTest
  static void modelDoesNoInputOrOutput(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net..")
        .check(classes);
  }

  @ArchTest
  static void modelReadsNoClock(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage(MODEL)
        .should()
        .dependOnClassesThat(type(Clock.class).or(type(InstantSource.class)))
        .orShould()
        .accessTargetWhere(describe("asks what time it is", ArchitectureTest::asksForTheTime))
        .check(classes);
  }

  @ArchTest
  static void onlyGeneratorsAndHarnessAreRandom(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.hopscotch.generators..", "org.hopscotch.harness..")
        .should()
        .dependOnClassesThat(RANDOMNESS)
        .check(classes);
  }

  @ArchTest
  static void onlyTheCommandLinePrintsAndExits(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(classes);
  }

  @ArchTest
  static void onlyItsBridgeSeesJqwik(JavaClasses classes) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.hopscotch.generators.jqwik..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.jqwik..")
        .check(classes);
  }

  /// The rules are worth something as long as they share nothing with what they judge: they see
  /// data of the model, and none of the methods in which data has meaning.
  @ArchTest
  static void rulesShareNoCodeWithTheEngine(JavaClasses classes) {
    noClasses()
        .that()
        .resideInAPackage("org.hopscotch.harness.rules..")
        .should()
        .dependOnClassesThat(describe("are no data of the model", ArchitectureTest::isNoRulesData))
        .orShould()
        .accessTargetWhere(
            describe(
                "takes a meaning from the model",
                access ->
                    MEANINGS.contains(
                        access.getTarget().getOwner().getSimpleName()
                            + "."
                            + access.getTarget().getName())))
        .check(classes);
  }

  private static boolean isNoRulesData(JavaClass type) {
    String name = type.getName().split("\\$", 2)[0];
    return name.startsWith("org.hopscotch.")
        && !name.startsWith("org.hopscotch.harness.rules.")
        && RULES_DATA.stream().noneMatch(name.substring("org.hopscotch.model.".length())::equals);
  }

  private static boolean asksForTheTime(JavaAccess<?> access) {
    var owner = access.getTarget().getOwner();
    return switch (access.getTarget().getName()) {
      case "now" -> owner.getPackageName().startsWith("java.time");
      case "currentTimeMillis", "nanoTime" -> owner.isEquivalentTo(System.class);
      default -> false;
    };
  }
}
