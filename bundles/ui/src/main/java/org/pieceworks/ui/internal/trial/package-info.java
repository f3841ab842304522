/** What views of a trial's pieces and users have in common. */
package org.pieceworks.ui.internal.trial;
