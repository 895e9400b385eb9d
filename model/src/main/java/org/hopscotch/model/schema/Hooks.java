package org.hopscotch.model.schema;

/// The hooks of one section.
///
/// @param preSave before any byte; it changes the state of the source, which goes on running
/// @param preLoad before the section's fields
/// @param postLoad after its fields and subsections
/// @param postSave after its fields and subsections
public record Hooks(Hook preSave, Hook preLoad, Hook postLoad, Hook postSave) {

  /// A section without hooks.
  public static final Hooks NONE = new Hooks(Hook.NONE, Hook.NONE, Hook.NONE, Hook.NONE);

  /// {@return these hooks with another `pre_save`, in text form}
  public Hooks preSave(String text) {
    return new Hooks(ExpressionText.parseHook(text), preLoad, postLoad, postSave);
  }

  /// {@return these hooks with another `pre_load`, in text form}
  public Hooks preLoad(String text) {
    return new Hooks(preSave, ExpressionText.parseHook(text), postLoad, postSave);
  }

  /// {@return these hooks with another `post_load`, in text form}
  public Hooks postLoad(String text) {
    return new Hooks(preSave, preLoad, ExpressionText.parseHook(text), postSave);
  }

  /// {@return these hooks with another `post_save`, in text form}
  public Hooks postSave(String text) {
    return new Hooks(preSave, preLoad, postLoad, ExpressionText.parseHook(text));
  }
}
