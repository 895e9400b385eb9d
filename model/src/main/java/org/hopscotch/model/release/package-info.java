/// What a QEMU release is to migration: device types with properties and members, compat tables
/// and machine types; and which value each property of a start ends up with, and why.
///
/// Start with {@link org.hopscotch.model.release.Release}; {@link
/// org.hopscotch.model.release.Resolution} is the heart. Nothing here saves or loads.
package org.hopscotch.model.release;
