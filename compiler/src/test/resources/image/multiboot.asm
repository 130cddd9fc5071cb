; A Multiboot kernel that enters 64-bit mode at its virtual address and ends QEMU (isa-debug-exit) with what compiled code returns.
extern exit_code, image_start, image_start_physical
global boot_entry, counter

VIRTUAL_BASE            equ 0xffff82d080000000
PRESENT_WRITABLE        equ 3
LARGE                   equ 1 << 7
DEBUG_EXIT              equ 0xf4

section .multiboot progbits alloc noexec nowrite align=8
        dd 0x1BADB002, 0, -0x1BADB002
        align 8, db 0
header: dd 0xE85250D6, 0, header_end - header, -(0xE85250D6 + (header_end - header))
        dw 0, 0
        dd 8
header_end:

section .boot_text progbits alloc exec nowrite align=16
bits 32
boot_entry:
        mov     dword [root], pointers + PRESENT_WRITABLE
        mov     dword [root + 8 * ((VIRTUAL_BASE >> 39) & 511)], pointers + PRESENT_WRITABLE
        mov     dword [pointers], directory + PRESENT_WRITABLE
        mov     dword [pointers + 8 * ((VIRTUAL_BASE >> 30) & 511)], directory + PRESENT_WRITABLE
        mov     dword [directory + 8], image_start_physical + PRESENT_WRITABLE + LARGE
        mov     eax, 1 << 5
        mov     cr4, eax
        mov     eax, root
        mov     cr3, eax
        mov     ecx, 0xC0000080
        rdmsr
        or      eax, 1 << 8
        wrmsr
        mov     eax, cr0
        or      eax, 1 << 31
        mov     cr0, eax
        lgdt    [gdt_pointer]
        jmp     8:long_mode
bits 64
long_mode:
        mov     rax, qword in_image
        jmp     rax

section .boot_data progbits alloc noexec write align=8
gdt:            dq 0, 0x00AF9B000000FFFF
gdt_pointer:    dw 15
                dd gdt
section .boot_tables nobits alloc noexec write align=4096
root:           resb 4096
pointers:       resb 4096
directory:      resb 4096

section .text
in_image:
        lea     rsp, [rel stack_end]
        call    exit_code
        mov     dx, DEBUG_EXIT
        out     dx, eax
        hlt
section .data
counter:        dd 17
section .bss nobits alloc noexec write align=16
                resb 8192
stack_end:
