; From the boot loader's 32-bit protected mode to Java in 64-bit mode.
;
; On entry (both Multiboot versions): paging off, flat segments, interrupts off, EAX = magic, EBX = physical address of the information.
; Boot page tables: the first 4 GiB at virtual = physical and in the direct map, the first 1 GiB at the image's base.

VIRTUAL_BASE            equ 0xffff82d080000000
DIRECT_MAP_BASE         equ 0xffff830000000000
DIRECTORIES             equ 4                   ; page directories, each maps 1 GiB
PAGE                    equ 4096
LARGE_PAGE              equ 2 << 20

PRESENT_WRITABLE        equ 0x3                 ; page-table entry bits, Intel SDM vol. 3, section 4.5
LARGE                   equ 1 << 7
CR0_WRITE_PROTECT       equ 1 << 16
CR0_PAGING              equ 1 << 31
CR4_PAE                 equ 1 << 5
MSR_EFER                equ 0xC0000080
EFER_LONG_MODE          equ 1 << 8
EFER_NO_EXECUTE         equ 1 << 11
MSR_GS_BASE             equ 0xC0000101

CPUID_MAX_EXTENDED      equ 0x80000000
CPUID_EXTENDED          equ 0x80000001
EDX_LONG_MODE           equ 29
EDX_NO_EXECUTE          equ 20

COM1                    equ 0x3F8
LINE_STATUS             equ 5
TRANSMITTER_EMPTY       equ 1 << 5
VGA_TEXT                equ 0xB8000
VGA_WHITE               equ 0x07

CODE_SELECTOR           equ 0x08                ; the same as in org.peaberry.arch.cpu.Selector
DATA_SELECTOR           equ 0x10

%define TABLE_INDEX(address, level) ((address >> (12 + 9 * (level - 1))) & 511)

extern peaberry_start
global boot_entry, boot_cpu_area, boot_cpu_stacks, boot_heap, boot_heap_end

section .boot_text progbits alloc exec nowrite align=16
bits 32

boot_entry:
        cli
        cld
        mov     ebp, eax                        ; magic
        mov     esi, ebx                        ; information
        mov     eax, CPUID_MAX_EXTENDED
        cpuid
        cmp     eax, CPUID_EXTENDED
        jb      no_long_mode
        mov     eax, CPUID_EXTENDED
        cpuid
        bt      edx, EDX_LONG_MODE
        jnc     no_long_mode
        mov     ebx, EFER_LONG_MODE
        bt      edx, EDX_NO_EXECUTE
        jnc     build_tables
        or      ebx, EFER_NO_EXECUTE

build_tables:
        mov     edi, boot_tables
        xor     eax, eax
        mov     ecx, (boot_tables_end - boot_tables) / 4
        rep     stosd
        mov     eax, low_pointers + PRESENT_WRITABLE
        mov     [root_table + 8 * TABLE_INDEX(0, 4)], eax
        mov     [root_table + 8 * TABLE_INDEX(DIRECT_MAP_BASE, 4)], eax
        mov     dword [root_table + 8 * TABLE_INDEX(VIRTUAL_BASE, 4)], image_pointers + PRESENT_WRITABLE
        mov     dword [image_pointers + 8 * TABLE_INDEX(VIRTUAL_BASE, 3)], directories + PRESENT_WRITABLE
%assign i 0
%rep DIRECTORIES
        mov     dword [low_pointers + 8 * i], directories + i * PAGE + PRESENT_WRITABLE
%assign i i + 1
%endrep
        mov     eax, LARGE | PRESENT_WRITABLE
        xor     ecx, ecx
.next_large_page:
        mov     [directories + 8 * ecx], eax
        add     eax, LARGE_PAGE
        inc     ecx
        cmp     ecx, DIRECTORIES * 512
        jne     .next_large_page

        mov     eax, cr4
        or      eax, CR4_PAE
        mov     cr4, eax
        mov     eax, root_table
        mov     cr3, eax
        mov     ecx, MSR_EFER
        rdmsr
        or      eax, ebx
        wrmsr
        mov     eax, cr0
        or      eax, CR0_PAGING | CR0_WRITE_PROTECT
        mov     cr0, eax
        lgdt    [boot_gdt_pointer]
        jmp     CODE_SELECTOR:long_mode

no_long_mode:
        mov     esi, no_long_mode_message
        mov     edi, VGA_TEXT
.next_character:
        mov     dx, COM1 + LINE_STATUS
.wait:
        in      al, dx
        test    al, TRANSMITTER_EMPTY
        jz      .wait
        lodsb
        test    al, al
        jz      stop
        mov     dx, COM1
        out     dx, al
        mov     ah, VGA_WHITE
        stosw
        jmp     .next_character
stop:
        cli
        hlt
        jmp     stop

bits 64
long_mode:
        mov     eax, DATA_SELECTOR
        mov     ds, eax
        mov     es, eax
        mov     ss, eax
        xor     eax, eax
        mov     fs, eax
        mov     gs, eax
        mov     rax, qword in_image
        jmp     rax

section .boot_data progbits alloc noexec write align=8

boot_gdt:
        dq 0
        dq 0x00AF9B000000FFFF                   ; 64-bit code, privilege 0
        dq 0x00CF93000000FFFF                   ; data
boot_gdt_pointer:
        dw boot_gdt_pointer - boot_gdt - 1
        dd boot_gdt

no_long_mode_message:
        db "Peaberry: this processor has no 64-bit mode. Use an x86-64 machine.", 13, 10, 0

section .boot_tables nobits alloc noexec write align=4096

boot_tables:
root_table:     resb PAGE
low_pointers:   resb PAGE
image_pointers: resb PAGE
directories:    resb DIRECTORIES * PAGE
boot_tables_end:

section .text
bits 64

in_image:
        mov     rsp, qword boot_cpu_stack_top
        mov     rax, qword boot_cpu_area
        mov     [rax], rax                      ; PerCpuArea.self
        mov     rdx, rax
        shr     rdx, 32
        mov     ecx, MSR_GS_BASE
        wrmsr
        mov     edi, ebp
        mov     esi, esi
        call    peaberry_start
.stop:
        cli
        hlt
        jmp     .stop

section .bss nobits alloc noexec write align=4096

boot_cpu_area:  resb PAGE                       ; org.peaberry.arch.cpu.PerCpuArea
boot_cpu_stacks:                                ; org.peaberry.arch.cpu.CpuStacks: each has a guard page below
                resb PAGE + 8 * PAGE            ; normal
boot_cpu_stack_top:
                resb 3 * (PAGE + 3 * PAGE)      ; NMI, double fault, machine check
boot_heap:      resb 32 * PAGE                  ; objects of the first steps, until memory is known
boot_heap_end:
