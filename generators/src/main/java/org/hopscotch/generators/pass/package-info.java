/// Makes a scenario simple without the choices that it was drawn by, so that a finding from
/// anywhere ends small: one file for each way to cut.
package org.hopscotch.generators.pass;
