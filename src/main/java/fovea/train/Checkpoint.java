package fovea.train;

import java.util.List;
import java.util.Map;

import fovea.net.WeightMap;

/**
 * All that a training needs to go on after an epoch.
 *
 * @param weights after the last epoch
 * @param best of the best epoch; never null, since one of the epochs is
 * @param optimizer the optimizer's state
 * @param history one record for each epoch
 */
record Checkpoint(WeightMap weights, WeightMap best, Map<String, float[]> optimizer, List<EpochRecord> history) {}
