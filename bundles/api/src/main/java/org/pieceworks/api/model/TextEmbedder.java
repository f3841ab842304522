package org.pieceworks.api.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.pieceworks.api.Progress;

/** Embeds texts with a model, in passes of bounded memory. */
@ProviderType
public interface TextEmbedder {

  /**
   * How texts are read.
   *
   * @param tokens the most tokens of a text, those that frame it counted in; what follows them is
   *     left out, as is what a model has no positions for
   * @param unit whether a text's vector is scaled to length one
   */
  record Reading(int tokens, boolean unit) {

    /** As much of a text as the model has positions for, and its vector as it is. */
    public static final Reading WHOLE = new Reading(Integer.MAX_VALUE, false);
  }

  /**
   * One vector per group of texts: the mean over them, where a text's vector is the mean of the
   * model's last hidden state over its tokens. Begin tokens, and end tokens of encoders, count as
   * tokens; the vector of no texts is zero.
   *
   * @return {@code [groups][width]}
   */
  float[][] means(List<List<String>> groups, BaseModel model, Reading reading, Progress progress);
}
