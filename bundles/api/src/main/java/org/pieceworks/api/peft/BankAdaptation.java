package org.pieceworks.api.peft;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pieceworks.api.model.Adaptation;
import org.pieceworks.api.model.Site;

/** A bank at work; sites without tensors stay as they are. */
record BankAdaptation(Adapters adapters, Bank bank, boolean training) implements Adaptation {

  @Override
  public NDArray apply(Site site, NDArray input, NDArray output) {
    Map<String, NDArray> tensors = bank.tensors().get(site);
    return tensors == null ? output : adapters.apply(site, tensors, input, output, training);
  }

  @Override
  public List<NDArray> applyAll(List<Site> sites, NDArray input, List<NDArray> outputs) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < sites.size(); i++) {
      Map<String, NDArray> tensors = bank.tensors().get(sites.get(i));
      if (tensors != null) {
        places.add(new Place(sites.get(i), tensors, outputs.get(i), null));
      }
    }
    if (places.isEmpty()) {
      return outputs;
    }
    List<NDArray> adapted = new ArrayList<>(outputs);
    List<NDArray> changes = adapters.changes(places, input, training);
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      adapted.set(sites.indexOf(place.site()), place.output().add(changes.get(i)));
    }
    return adapted;
  }

  @Override
  public boolean positionwise() {
    return true;
  }
}
