package org.pieceworks.model.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.pieceworks.api.BadInputException;
import org.pieceworks.api.engine.DeviceInfo;
import org.pieceworks.api.engine.ExecutionEngine;
import org.pieceworks.lib.djl.Djl;

/** PyTorch through the Deep Java Library. */
@Component
public final class PyTorchEngine implements ExecutionEngine {

  private static final String CPU = "cpu";

  private final Engine engine;

  /** Takes the loaded engine. */
  @Activate
  public PyTorchEngine(@Reference Djl djl) {
    engine = djl.engine();
  }

  @Override
  public String description() {
    return engine.getEngineName() + " " + engine.getVersion();
  }

  @Override
  public String library() {
    return setting("PYTORCH_LIBRARY_PATH") + " (" + setting("PYTORCH_FLAVOR") + ")";
  }

  /** As DJL looks it up. */
  private static String setting(String name) {
    String variable = System.getenv(name);
    return variable == null ? System.getProperty(name, "unknown") : variable;
  }

  @Override
  public List<DeviceInfo> devices() {
    List<DeviceInfo> devices = new ArrayList<>();
    int cores = Runtime.getRuntime().availableProcessors();
    String name = System.getProperty("os.arch") + ", " + cores + " cores";
    devices.add(new DeviceInfo(CPU, name, systemMemory()));
    for (int gpu = 0; gpu < engine.getGpuCount(); gpu++) {
      devices.add(new DeviceInfo("gpu:" + gpu, "CUDA device " + gpu, gpuMemory(gpu)));
    }
    return devices;
  }

  private static long systemMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Runtime.getRuntime().maxMemory();
  }

  private static long gpuMemory(int gpu) {
    MemoryUsage usage = ai.djl.util.cuda.CudaUtils.getGpuMemory(Device.gpu(gpu));
    return usage.getMax();
  }

  @Override
  public NDManager open(String device) {
    List<String> names = devices().stream().map(DeviceInfo::name).toList();
    if (!names.contains(device)) {
      throw BadInputException.of("device", device, "one of " + names);
    }
    return engine.newBaseManager(CPU.equals(device) ? Device.cpu() : Device.fromName(device));
  }

  @Override
  public void seed(long seed) {
    engine.setRandomSeed((int) (seed ^ seed >>> 32));
  }
}
