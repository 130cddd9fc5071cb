/* QEMU plugin: counts executed instructions of hypervisor and guest, and guest entries, up to each mark in the guest's code.
 *
 * Arguments: report=FILE low=BEGIN-END high=BEGIN-END, hexadecimal virtual addresses: the hypervisor's code where it is loaded (it
 * runs there before it turns its own mappings on) and where it is linked. Each line of the report, written when it happens:
 *     EVENT hypervisor COUNT guest COUNT entries COUNT
 * with EVENT one of: entry (the first one), mark-N, end. An instruction with a repeat prefix counts once for each repetition.
 * The emulator's interface is qemu-plugin.h, version 1; Debian does not ship that header, so what is used of it is declared here.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint64_t plugin_id;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
enum { INLINE_ADD_U64 = 0, CALLBACK_NO_REGISTERS = 0 };

void qemu_plugin_register_vcpu_tb_trans_cb(plugin_id, void (*)(plugin_id, struct qemu_plugin_tb *));
void qemu_plugin_register_vcpu_tb_exec_inline(struct qemu_plugin_tb *, int operation, void *counter, uint64_t amount);
void qemu_plugin_register_vcpu_insn_exec_inline(struct qemu_plugin_insn *, int operation, void *counter, uint64_t amount);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *, void (*)(unsigned, void *), int flags, void *data);
void qemu_plugin_register_atexit_cb(plugin_id, void (*)(plugin_id, void *), void *data);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
const void *qemu_plugin_insn_data(const struct qemu_plugin_insn *);
size_t qemu_plugin_insn_size(const struct qemu_plugin_insn *);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *);

#define EXPORTED __attribute__((visibility("default")))

EXPORTED int qemu_plugin_version = 1;

struct range {
    uint64_t begin, end;
};

static struct range low, high;
static uint64_t low_count, high_count, guest_count, entry_count;
static uint64_t hypervisor_start_count;     /* what low_count was at the first entry; the guest may use those addresses later */
static FILE *report;

static const uint8_t VMRUN[] = {0x0f, 0x01, 0xd8};                  /* AMD APM vol. 3, VMRUN */
static const uint8_t MARK_PREFIX[] = {0x0f, 0x1f, 0x80};            /* boot-grub/src/main/c/mark.h: prefix, number, suffix */
static const uint8_t MARK_SUFFIX[] = {0x42, 0x45, 0x50};
enum { MARK_NUMBER = sizeof MARK_PREFIX, MARK_SIZE = sizeof MARK_PREFIX + 1 + sizeof MARK_SUFFIX };

static bool contains(struct range range, uint64_t address) {
    return address >= range.begin && address < range.end;
}

static void write_event(const char *event, unsigned number) {
    uint64_t start = entry_count == 0 ? low_count : hypervisor_start_count;
    fprintf(report, event, number);
    fprintf(report, " hypervisor %" PRIu64 " guest %" PRIu64 " entries %" PRIu64 "\n", start + high_count, guest_count, entry_count);
    fflush(report);
}

static void on_entry(unsigned cpu, void *data) {
    (void)cpu;
    (void)data;
    if (entry_count == 0) {
        hypervisor_start_count = low_count;
        write_event("entry", 0);
    }
    entry_count++;
}

static void on_mark(unsigned cpu, void *data) {
    (void)cpu;
    write_event("mark-%u", (unsigned)(uintptr_t)data);
}

static bool is_vmrun(const uint8_t *bytes, size_t size) {
    return size == sizeof VMRUN && memcmp(bytes, VMRUN, size) == 0;
}

static bool is_mark(const uint8_t *bytes, size_t size) {
    return size == MARK_SIZE && memcmp(bytes, MARK_PREFIX, sizeof MARK_PREFIX) == 0
        && memcmp(bytes + MARK_NUMBER + 1, MARK_SUFFIX, sizeof MARK_SUFFIX) == 0;
}

/* One by one, since a trap may end a block early; the guest's are counted by the block, which is faster and exact enough. */
static void count_hypervisor(struct qemu_plugin_tb *block, size_t count, uint64_t *counter) {
    for (size_t i = 0; i < count; i++) {
        struct qemu_plugin_insn *instruction = qemu_plugin_tb_get_insn(block, i);
        qemu_plugin_register_vcpu_insn_exec_inline(instruction, INLINE_ADD_U64, counter, 1);
        if (is_vmrun(qemu_plugin_insn_data(instruction), qemu_plugin_insn_size(instruction))) {
            qemu_plugin_register_vcpu_insn_exec_cb(instruction, on_entry, CALLBACK_NO_REGISTERS, NULL);
        }
    }
}

static void count_guest(struct qemu_plugin_tb *block, size_t count) {
    qemu_plugin_register_vcpu_tb_exec_inline(block, INLINE_ADD_U64, &guest_count, count);
    for (size_t i = 0; i < count; i++) {
        struct qemu_plugin_insn *instruction = qemu_plugin_tb_get_insn(block, i);
        const uint8_t *bytes = qemu_plugin_insn_data(instruction);
        if (is_mark(bytes, qemu_plugin_insn_size(instruction))) {
            qemu_plugin_register_vcpu_insn_exec_cb(instruction, on_mark, CALLBACK_NO_REGISTERS, (void *)(uintptr_t)bytes[MARK_NUMBER]);
        }
    }
}

static void on_translation(plugin_id id, struct qemu_plugin_tb *block) {
    (void)id;
    size_t count = qemu_plugin_tb_n_insns(block);
    uint64_t address = qemu_plugin_insn_vaddr(qemu_plugin_tb_get_insn(block, 0));
    if (contains(high, address)) {
        count_hypervisor(block, count, &high_count);
    } else if (contains(low, address) && entry_count == 0) {
        count_hypervisor(block, count, &low_count);
    } else {
        count_guest(block, count);
    }
}

static void on_end(plugin_id id, void *data) {
    (void)id;
    (void)data;
    write_event("end", 0);
    fclose(report);
}

static bool parse_range(const char *text, struct range *range) {
    return sscanf(text, "%" SCNx64 "-%" SCNx64, &range->begin, &range->end) == 2;
}

static bool parse(const char *argument) {
    if (strncmp(argument, "report=", 7) == 0) {
        report = fopen(argument + 7, "w");
        return report != NULL;
    }
    return (strncmp(argument, "low=", 4) == 0 && parse_range(argument + 4, &low))
        || (strncmp(argument, "high=", 5) == 0 && parse_range(argument + 5, &high));
}

EXPORTED int qemu_plugin_install(plugin_id id, const void *information, int count, char **arguments) {
    (void)information;
    for (int i = 0; i < count; i++) {
        if (!parse(arguments[i])) {
            fprintf(stderr, "count: bad argument '%s'. Use report=FILE,low=BEGIN-END,high=BEGIN-END\n", arguments[i]);
            return -1;
        }
    }
    if (report == NULL) {
        fprintf(stderr, "count: report=FILE is missing\n");
        return -1;
    }
    qemu_plugin_register_vcpu_tb_trans_cb(id, on_translation);
    qemu_plugin_register_atexit_cb(id, on_end, NULL);
    return 0;
}
