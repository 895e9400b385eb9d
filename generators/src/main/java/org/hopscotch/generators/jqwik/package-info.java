/// Our generators for properties written with jqwik: with
/// {@link org.hopscotch.generators.jqwik.MigrationDomain} on a test class, `@ForAll` parameters of
/// the model's types are drawn, made small when a property fails, and shown as YAML. Generators of
/// one's own become arbitraries by {@link org.hopscotch.generators.jqwik.ChoiceArbitraries}.
package org.hopscotch.generators.jqwik;
