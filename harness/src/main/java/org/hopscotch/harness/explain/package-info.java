/// Why a promise was broken, in words, and what would mend it. Judging is left to the invariants;
/// an explanation only looks at the two releases of a hop and says what differs between them.
package org.hopscotch.harness.explain;
