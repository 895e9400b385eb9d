/// Random anything, and making it small again. So far {@link org.hopscotch.generators.Damages} to
/// the bytes of a stream, aimed at its {@link org.hopscotch.generators.Landmarks}, and
/// {@link org.hopscotch.generators.ByteMinimizer}.
package org.hopscotch.generators;
