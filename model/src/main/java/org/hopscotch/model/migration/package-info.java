/// Migration itself, in process: a {@link org.hopscotch.model.migration.Host} starts, its guest is
/// saved to the bytes that QEMU would write, and another host loads them, or says why not.
///
/// {@link org.hopscotch.model.migration.VirtualMachine} is the engine. It is faithful: what QEMU's
/// loader does not check it does not check either (wire-format section 1.3); whether a guest came
/// through is for the invariants to judge.
package org.hopscotch.model.migration;
