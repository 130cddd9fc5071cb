/** Numbers of model-specific registers, ascending. Intel SDM vol. 4, table 2-2; AMD APM vol. 2, appendix A. */
package org.peaberry.arch.cpu;

public final class Msr {
    public static final int P5_MC_ADDRESS = 0x0000;
    public static final int P5_MC_TYPE = 0x0001;
    public static final int TIME_STAMP_COUNTER = 0x0010;
    public static final int PLATFORM_ID = 0x0017;
    public static final int APIC_BASE = 0x001B;
    public static final int FEATURE_CONTROL = 0x003A;
    public static final int TSC_ADJUST = 0x003B;
    public static final int SPECULATION_CONTROL = 0x0048;
    public static final int PREDICTION_COMMAND = 0x0049;
    public static final int MICROCODE_UPDATE = 0x0079;
    public static final int MICROCODE_REVISION = 0x008B;
    public static final int MTRR_CAPABILITY = 0x00FE;
    public static final int ARCH_CAPABILITIES = 0x010A;
    public static final int SYSENTER_CS = 0x0174;
    public static final int SYSENTER_ESP = 0x0175;
    public static final int SYSENTER_EIP = 0x0176;
    public static final int MACHINE_CHECK_CAPABILITY = 0x0179;
    public static final int MACHINE_CHECK_STATUS = 0x017A;
    public static final int MACHINE_CHECK_CONTROL = 0x017B;
    public static final int MISC_ENABLE = 0x01A0;
    public static final int DEBUG_CONTROL = 0x01D9;
    public static final int LAST_BRANCH_FROM = 0x01DB;
    public static final int LAST_BRANCH_TO = 0x01DC;
    public static final int LAST_EXCEPTION_FROM = 0x01DD;
    public static final int LAST_EXCEPTION_TO = 0x01DE;
    /** First of sixteen: eight pairs of base and mask. */
    public static final int MTRR_PHYSICAL_BASE0 = 0x0200;
    public static final int MTRR_FIXED_64K = 0x0250;
    public static final int MTRR_FIXED_16K_80000 = 0x0258;
    public static final int MTRR_FIXED_16K_A0000 = 0x0259;
    /** First of eight. */
    public static final int MTRR_FIXED_4K_C0000 = 0x0268;
    public static final int PAGE_ATTRIBUTE_TABLE = 0x0277;
    public static final int MTRR_DEFAULT_TYPE = 0x02FF;
    /** First of four registers a bank. */
    public static final int MACHINE_CHECK_BANK0_CONTROL = 0x0400;
    public static final int VMX_BASIC = 0x0480;
    public static final int VMX_PIN_CONTROLS = 0x0481;
    public static final int VMX_PROCESSOR_CONTROLS = 0x0482;
    public static final int VMX_EXIT_CONTROLS = 0x0483;
    public static final int VMX_ENTRY_CONTROLS = 0x0484;
    public static final int VMX_MISCELLANEOUS = 0x0485;
    public static final int VMX_CR0_FIXED0 = 0x0486;
    public static final int VMX_CR0_FIXED1 = 0x0487;
    public static final int VMX_CR4_FIXED0 = 0x0488;
    public static final int VMX_CR4_FIXED1 = 0x0489;
    public static final int VMX_VMCS_ENUMERATION = 0x048A;
    public static final int VMX_SECONDARY_CONTROLS = 0x048B;
    public static final int VMX_EPT_VPID_CAPABILITY = 0x048C;
    public static final int VMX_TRUE_PIN_CONTROLS = 0x048D;
    public static final int VMX_TRUE_PROCESSOR_CONTROLS = 0x048E;
    public static final int VMX_TRUE_EXIT_CONTROLS = 0x048F;
    public static final int VMX_TRUE_ENTRY_CONTROLS = 0x0490;
    public static final int VMX_FUNCTIONS = 0x0491;
    public static final int VMX_TERTIARY_CONTROLS = 0x0492;
    public static final int VMX_SECONDARY_EXIT_CONTROLS = 0x0493;
    public static final int TRACE_CONTROL = 0x0570;
    public static final int TSC_DEADLINE = 0x06E0;
    /** First register of the x2APIC; the others follow in the order of their memory-mapped offsets divided by 16. */
    public static final int X2APIC_BASE = 0x0800;
    public static final int EFER = 0xC000_0080;
    public static final int STAR = 0xC000_0081;
    public static final int LSTAR = 0xC000_0082;
    public static final int CSTAR = 0xC000_0083;
    public static final int SYSTEM_CALL_MASK = 0xC000_0084;
    public static final int FS_BASE = 0xC000_0100;
    public static final int GS_BASE = 0xC000_0101;
    public static final int KERNEL_GS_BASE = 0xC000_0102;
    public static final int TSC_AUX = 0xC000_0103;
    public static final int TSC_RATIO = 0xC000_0104;
    public static final int SYSTEM_CONFIGURATION = 0xC001_0010;
    public static final int HARDWARE_CONFIGURATION = 0xC001_0015;
    public static final int TOP_OF_MEMORY = 0xC001_001A;
    public static final int TOP_OF_MEMORY2 = 0xC001_001D;
    public static final int PATCH_LOADER = 0xC001_0020;
    public static final int INTERRUPT_PENDING_MESSAGE = 0xC001_0055;
    public static final int VM_CR = 0xC001_0114;
    public static final int IGNORE_NEXT_NMI = 0xC001_0115;
    public static final int VM_HOST_SAVE_AREA = 0xC001_0117;
    public static final int LOAD_STORE_CONFIGURATION = 0xC001_1020;
    public static final int INSTRUCTION_CACHE_CONFIGURATION = 0xC001_1021;
    public static final int DECODE_CONFIGURATION = 0xC001_1029;

    private Msr() {
    }
}
