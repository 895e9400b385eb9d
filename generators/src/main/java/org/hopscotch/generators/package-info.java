/// Random anything, drawn from {@link org.hopscotch.generators.choice.Choices}, one class a noun:
/// {@link org.hopscotch.generators.Sections} of every field type, {@link
/// org.hopscotch.generators.DeviceStates} for any section, {@link org.hopscotch.generators.Guests},
/// whole {@link org.hopscotch.generators.MigrationStreams}; and {@link
/// org.hopscotch.generators.Damages} to the bytes of a stream, aimed at its {@link
/// org.hopscotch.generators.Landmarks}.
package org.hopscotch.generators;
