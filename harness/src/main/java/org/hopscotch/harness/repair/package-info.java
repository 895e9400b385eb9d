/// Repairs of broken promises, found by trying: what may be changed in the newest release of a
/// route is drawn from how it differs from the older ones, and what is proposed has been judged.
package org.hopscotch.harness.repair;
