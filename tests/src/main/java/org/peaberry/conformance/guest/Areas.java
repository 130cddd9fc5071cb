/** The areas. */
package org.peaberry.conformance.guest;

final class Areas {
    /** Those of a whole run, in this order. */
    static final Area[] ALL = {
        new ExceptionArea(),
        new CpuidArea(),
        new XenLeavesArea(),
        new MsrArea(),
        new SystemCallArea(),
        new ShadowArea(),
        new NonMaskableArea(),
        new DebugArea(),
        new BreakpointArea(),
        new FloatingPointArea(),
        new PrivilegeArea(),
        new DoubleFaultArea(),
        new PageFaultArea(),
        new FaultArea(),
        new InvalidOpcodeArea(),
        new ControlRegisterArea(),
        new CompatibilityArea(),
        new DeviceFormArea(),
        new DevicePageArea(),
        new ModeArea(),
        new PortArea(),
        new StringPortArea(),
        new ApicArea(),
        new ApicModeArea(),
        new ApicTimerArea(),
        new TaskPriorityArea(),
        new IoApicArea(),
        new HypercallArea(),
        new HypercallPointerArea(),
        new HypercallValueArea(),
        new HaltArea(),
        new TimeStampArea(),
        new ExtendedStateArea(),
    };
    /** Those that measure, and run only when they are asked for. */
    static final Area[] MEASUREMENTS = {
        new ExitCostArea(),
    };

    private Areas() {
    }
}
