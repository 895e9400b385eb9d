/// What is known of the sections of real devices beside their artefacts: a stream's description and
/// a dump tell layouts, but not the checks that a loader makes.
///
/// The facts themselves are data, in the resource `known-sections.yaml`, each with where it was
/// observed; {@link org.hopscotch.corpus.known.Known} adds them to sections that were imported.
package org.hopscotch.corpus.known;
