package org.pieceworks.testkit.method;

import org.junit.jupiter.api.Nested;
import org.pieceworks.api.method.Method;
import org.pieceworks.methods.NonPersonalized;
import org.pieceworks.methods.Oppu;
import org.pieceworks.methods.PeftRetrieval;
import org.pieceworks.methods.PerPcs;
import org.pieceworks.methods.UserPrior;
import org.pieceworks.methods.words.BagOfWords;

class MethodsTest {

  @Nested
  class NonPersonalizedTest extends MethodContract {
    @Override
    protected Method<?> method() {
      return new NonPersonalized();
    }
  }

  @Nested
  class OppuTest extends MethodContract {
    @Override
    protected Method<?> method() {
      return new Oppu();
    }
  }

  @Nested
  class PerPcsTest extends MethodContract {
    @Override
    protected Method<?> method() {
      return new PerPcs();
    }
  }

  @Nested
  class PeftRetrievalTest extends MethodContract {
    @Override
    protected Method<?> method() {
      return new PeftRetrieval();
    }

    @Override
    protected String options() {
      return "top-k: 2";
    }
  }

  @Nested
  class UserPriorTest extends MethodContract {
    @Override
    protected Method<?> method() {
      return new UserPrior();
    }
  }

  @Nested
  class BagOfWordsTest extends MethodContract {
    @Override
    protected Method<?> method() {
      return new BagOfWords();
    }
  }
}
