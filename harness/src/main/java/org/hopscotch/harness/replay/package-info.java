/// Saved cases once more: each is judged by every invariant, as it is and with its repair, and what
/// is not as expected is told.
package org.hopscotch.harness.replay;
