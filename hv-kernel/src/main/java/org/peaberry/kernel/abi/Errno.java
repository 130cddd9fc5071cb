/** Error numbers of hypercalls. */
package org.peaberry.kernel.abi;

/** Xen: public/errno.h. A hypercall that fails returns the negative number, which is what these constants are. */
public final class Errno {
    public static final int OK = 0;
    /** The caller may not do this. */
    public static final int EPERM = -1;
    public static final int ENOENT = -2;
    /** No such domain. */
    public static final int ESRCH = -3;
    public static final int EIO = -5;
    public static final int ENXIO = -6;
    public static final int E2BIG = -7;
    public static final int EBADF = -9;
    public static final int EAGAIN = -11;
    public static final int ENOMEM = -12;
    public static final int EACCES = -13;
    /** A guest address is bad. */
    public static final int EFAULT = -14;
    public static final int EBUSY = -16;
    public static final int EEXIST = -17;
    public static final int ENODEV = -19;
    public static final int EINVAL = -22;
    public static final int ENOSPC = -28;
    public static final int EROFS = -30;
    public static final int ERANGE = -34;
    public static final int EDEADLK = -35;
    /** No such call, or it is not implemented. */
    public static final int ENOSYS = -38;
    public static final int ENODATA = -61;
    public static final int ETIME = -62;
    public static final int EOVERFLOW = -75;
    public static final int EOPNOTSUPP = -95;

    private Errno() {
    }
}
