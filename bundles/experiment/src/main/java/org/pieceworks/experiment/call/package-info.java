/** The one way by which a trial calls plug-ins. */
@Export
@Version("1.0.0")
package org.pieceworks.experiment.call;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
