package org.pieceworks.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Site;
import org.pieceworks.api.peft.Adapters;
import org.pieceworks.api.peft.Bank;
import org.pieceworks.api.peft.MergeForm;
import org.pieceworks.api.peft.Place;

/** Adapters whose arithmetic at a site is timed. */
record TimedAdapters(Adapters adapters, Stopwatch watch) implements Adapters {

  @Override
  public Bank create(int members, long seed, NDManager manager) {
    return adapters.create(members, seed, manager);
  }

  @Override
  public NDArray change(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    return adapters.change(site, tensors, input, output, training);
  }

  @Override
  public NDArray apply(
      Site site, Map<String, NDArray> tensors, NDArray input, NDArray output, boolean training) {
    return watch.time(() -> adapters.apply(site, tensors, input, output, training));
  }

  @Override
  public List<NDArray> changes(List<Place> places, NDArray input, boolean training) {
    return watch.time(() -> adapters.changes(places, input, training));
  }

  @Override
  public Map<String, NDArray> neutral(Site site, NDManager manager) {
    return adapters.neutral(site, manager);
  }

  @Override
  public Map<String, NDArray> merge(
      Site site, Map<String, NDArray> tensors, NDArray index, NDArray weights, MergeForm form) {
    return adapters.merge(site, tensors, index, weights, form);
  }

  @Override
  public NDArray delta(Site site, Map<String, NDArray> tensors) {
    return adapters.delta(site, tensors);
  }
}
