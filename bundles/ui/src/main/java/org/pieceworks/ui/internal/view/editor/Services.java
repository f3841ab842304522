package org.pieceworks.ui.internal.view.editor;

import java.util.function.Supplier;
import org.pieceworks.ui.Desk;
import org.pieceworks.ui.Texts;
import org.pieceworks.ui.internal.view.editor.check.Checker;
import org.pieceworks.ui.internal.view.editor.form.Settings;

/**
 * What every open file needs.
 *
 * @param settings what files may say with the plug-ins that are there now
 * @param past what stored runs tell about times
 */
record Services(
    Desk desk,
    Texts texts,
    Checker checker,
    Recovery recovery,
    Supplier<Settings> settings,
    Supplier<java.util.List<org.pieceworks.ui.internal.view.editor.check.PastRun>> past) {}
