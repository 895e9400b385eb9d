package org.hopscotch.model.schema;

import java.util.Arrays;
import java.util.List;

/// What a device does before or after its section is saved or loaded: steps, in order
/// (wire-format sections 4.1, 4.2). Its text form is in {@link ExpressionText}.
public record Hook(List<Statement> statements) {

  /// A hook that does nothing, or none.
  public static final Hook NONE = new Hook(List.of());

  public Hook {
    statements = List.copyOf(statements);
  }

  public Hook(Statement... statements) {
    this(Arrays.asList(statements));
  }
}
