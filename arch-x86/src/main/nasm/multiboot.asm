; What boot loaders look for: the Multiboot 1 and Multiboot 2 headers.

MULTIBOOT1_MAGIC        equ 0x1BADB002          ; Multiboot Specification 0.6.96, section 3.1.1
ALIGN_MODULES           equ 1 << 0
MEMORY_INFORMATION      equ 1 << 1
MULTIBOOT1_FLAGS        equ ALIGN_MODULES | MEMORY_INFORMATION

MULTIBOOT2_MAGIC        equ 0xE85250D6          ; Multiboot2 Specification 2.0, section 3.1.1
PROTECTED_MODE_I386     equ 0
TAG_END                 equ 0                   ; header tags, sections 3.1.3 to 3.1.14
TAG_INFORMATION_REQUEST equ 1
TAG_ENTRY_ADDRESS       equ 3
TAG_MODULE_ALIGNMENT    equ 6
INFO_COMMAND_LINE       equ 1                   ; information tags, section 3.6
INFO_LOADER_NAME        equ 2
INFO_MODULE             equ 3
INFO_MEMORY_MAP         equ 6

extern boot_entry

section .multiboot progbits alloc noexec nowrite align=8

        dd MULTIBOOT1_MAGIC
        dd MULTIBOOT1_FLAGS
        dd -(MULTIBOOT1_MAGIC + MULTIBOOT1_FLAGS)

        align 8, db 0
multiboot2_header:
        dd MULTIBOOT2_MAGIC
        dd PROTECTED_MODE_I386
        dd multiboot2_end - multiboot2_header
        dd -(MULTIBOOT2_MAGIC + PROTECTED_MODE_I386 + (multiboot2_end - multiboot2_header))

information_request:
        dw TAG_INFORMATION_REQUEST, 0
        dd information_request_end - information_request
        dd INFO_COMMAND_LINE, INFO_LOADER_NAME, INFO_MODULE, INFO_MEMORY_MAP
information_request_end:
        align 8, db 0

        dw TAG_MODULE_ALIGNMENT, 0
        dd 8

        dw TAG_ENTRY_ADDRESS, 0
        dd 12
        dd boot_entry
        align 8, db 0

        dw TAG_END, 0
        dd 8
multiboot2_end:
