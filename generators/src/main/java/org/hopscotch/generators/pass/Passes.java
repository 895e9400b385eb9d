package org.hopscotch.generators.pass;

import java.util.List;
import java.util.stream.Stream;

/// All passes, in the order in which they are tried: what cuts most comes first, and what changes
/// all releases alike before what changes some.
public final class Passes {
  /// Those that leave the releases as they are: for releases that are somebody's own.
  public static final List<ScenarioPass> OF_THE_WAY =
      List.of(
          new DropStop(),
          new NearerStop(),
          new DropReset(),
          new DropDevice(),
          new ResetMember(),
          new OneCpu(),
          new DropSetting(),
          new DropFeature());

  /// Those that change the releases, and what hangs on them.
  public static final List<ScenarioPass> OF_THE_HISTORY =
      List.of(
          new DropRelease(),
          new DropType(),
          new OtherMachine(),
          new DropMachine(),
          new DropBuiltIn(),
          new UndoDifference(),
          new DropMember(),
          new DropSubsection(),
          new DropField(),
          new DropProperty(),
          new DropTable(),
          new DropRow(),
          new DropHook(),
          new DropRam(),
          new DropRealize(),
          new MergeType(),
          new DropInterface(),
          new DropAlias(),
          new DropCapability(),
          new SimplerRegistration(),
          new LowerVersions(),
          new SimplerExpression(),
          new SimplerCount(),
          new SimplerField(),
          new SimplerProperty(),
          new DropDeclaration(),
          new SimplerValue());

  /// Every pass.
  public static final List<ScenarioPass> ALL =
      Stream.concat(OF_THE_WAY.stream(), OF_THE_HISTORY.stream()).toList();

  private Passes() {}
}
