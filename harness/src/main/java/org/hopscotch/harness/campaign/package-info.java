/// The main job: verify what the corpus has, draw cases, judge them, make findings small and save
/// them. Start at {@link org.hopscotch.harness.campaign.Campaign}; {@link
/// org.hopscotch.harness.campaign.Experiment} is one kind of drawn case.
package org.hopscotch.harness.campaign;
