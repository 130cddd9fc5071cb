; A second entry to a bare-metal image: that of a PVH guest, which an ELF note tells. Xen, public/elfnote.h and arch-x86/hvm/start_info.h.

PHYS32_ENTRY            equ 18
START_INFO_MAGIC        equ 0x336EC578

extern boot_entry

section .note.Xen note alloc noexec nowrite align=4

        dd 4, 4, PHYS32_ENTRY                   ; sizes of name and description, type
        db "Xen", 0
        dd pvh_entry

section .boot_text progbits alloc exec nowrite align=16
bits 32

pvh_entry:
        mov     eax, START_INFO_MAGIC           ; EBX = physical address of the start information
        jmp     boot_entry
