/** Data sets as people look at them. */
@Export
@Version("1.0.0")
package org.pieceworks.experiment.data;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
