/** Pools of pieces as people handle them. */
@Export
@Version("1.0.0")
package org.pieceworks.experiment.pool;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
